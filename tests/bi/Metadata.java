// What Metabase and other tools on JDBC read of the views: names, comments and types, through DatabaseMetaData.
//
//   apt-get install libpostgresql-jdbc-java
//   java -cp /usr/share/java/postgresql.jar tests/bi/Metadata.java "jdbc:postgresql://host:port/name?user=...&password=..."
//
// Run on demand with a read-only role. Ends with 0 if every view and column of report has its comment, no column has a type
// that BI tools handle badly, and the role reads no table of raw or news.

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class Metadata {
    public static void main(String[] words) throws SQLException {
        List<String> faults = new ArrayList<>();
        Map<String, Integer> types = new TreeMap<>();
        int views = 0;
        int columns = 0;
        try (Connection connection = DriverManager.getConnection(words[0])) {
            DatabaseMetaData metadata = connection.getMetaData();
            System.out.println(metadata.getDriverName() + " " + metadata.getDriverVersion() + ", "
                + metadata.getDatabaseProductName() + " " + metadata.getDatabaseProductVersion());
            try (ResultSet tables = metadata.getTables(null, "report", "%", new String[] {"VIEW", "TABLE"})) {
                while (tables.next()) {
                    views++;
                    requireComment(tables, tables.getString("TABLE_NAME"), faults);
                }
            }
            try (ResultSet each = metadata.getColumns(null, "report", "%", "%")) {
                while (each.next()) {
                    columns++;
                    String name = each.getString("TABLE_NAME") + "." + each.getString("COLUMN_NAME");
                    requireComment(each, name, faults);
                    String type = each.getString("TYPE_NAME");
                    types.merge(type, 1, Integer::sum);
                    int code = each.getInt("DATA_TYPE");
                    if (code == Types.ARRAY || code == Types.OTHER) {
                        faults.add(name + " has the type " + type);
                    }
                }
            }
            for (String schema : List.of("raw", "news")) {
                requireUnreadable(connection, metadata, schema, faults);
            }
        }
        System.out.println(views + " views, " + columns + " columns, types " + types);
        faults.forEach(fault -> System.out.println("FAULT " + fault));
        if (views == 0) {
            System.out.println("FAULT there are no views");
        }
        System.exit(faults.isEmpty() && views > 0 ? 0 : 1);
    }

    private static void requireComment(ResultSet row, String name, List<String> faults) throws SQLException {
        String comment = row.getString("REMARKS");
        if (comment == null || comment.isBlank()) {
            faults.add(name + " has no comment");
        }
    }

    private static void requireUnreadable(
        Connection connection, DatabaseMetaData metadata, String schema, List<String> faults
    ) throws SQLException {
        try (ResultSet tables = metadata.getTables(null, schema, "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                String name = schema + "." + tables.getString("TABLE_NAME");
                try (ResultSet rows = connection.createStatement().executeQuery("select 1 from " + name + " limit 1")) {
                    faults.add("the role reads " + name);
                } catch (SQLException refused) {
                    if (!"42501".equals(refused.getSQLState())) {
                        throw refused;
                    }
                }
            }
        }
    }
}
