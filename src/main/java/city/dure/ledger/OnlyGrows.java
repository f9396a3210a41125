package city.dure.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** H2's trigger on the tables of the ledger: refuses what changes or removes a row. */
public final class OnlyGrows implements Trigger {
    private String table = "ledger";

    /** Made by H2. */
    public OnlyGrows() {}

    @Override
    public void init(
            Connection connection,
            String schema,
            String trigger,
            String tableName,
            boolean before,
            int type) {
        table = tableName;
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] oldRow, Object @Nullable [] newRow)
            throws SQLException {
        throw new SQLException("The ledger only grows: a change of " + table + " is refused");
    }
}
