package crm.engine.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The statements that were asked last, ready to be asked again: to plan one costs more than many an answer. */
final class PreparedStatements {

    private static final int MOST = 24;

    private final Connection connection;
    private final Map<String, PreparedStatement> byText = new LinkedHashMap<>(MOST, 0.75f, true);

    PreparedStatements(Connection connection) {
        this.connection = connection;
    }

    PreparedStatement of(String text) throws SQLException {
        PreparedStatement known = byText.get(text);
        if (known != null) {
            return known;
        }
        PreparedStatement fresh = connection.prepareStatement(text);
        byText.put(text, fresh);
        if (byText.size() > MOST) {
            forget(byText.keySet().iterator().next());
        }
        return fresh;
    }

    void forget(String text) throws SQLException {
        PreparedStatement statement = byText.remove(text);
        if (statement != null) {
            statement.close();
        }
    }

    void close() throws SQLException {
        for (PreparedStatement statement : byText.values()) {
            statement.close();
        }
        byText.clear();
    }
}
