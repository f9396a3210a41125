package forbidden.habits;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;

/** Breaks every rule of ArchitectureTests, so that each can be seen to notice. */
@Controller
public class OpenController {
    @Autowired ObjectMapper mapper;

    String create(PlainEntity entity) {
        System.out.println(entity + " " + Instant.now());
        return "";
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:nothing");
    }

    /** Has a name that says nothing. */
    static class OpenImpl {}
}
