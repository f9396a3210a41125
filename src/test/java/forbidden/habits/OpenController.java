package forbidden.habits;

import city.dure.eligibility.Eligibility;
import city.dure.eligibility.Rules;
import city.dure.identity.Roles;
import city.dure.shared.Actor;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
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

    void decideAlone(Roles roles, Eligibility eligibility, Actor actor, Rules rules) {
        roles.grant(actor, UUID.randomUUID());
        eligibility.announce(actor, actor, rules);
    }

    /** Has a name that says nothing. */
    static class OpenImpl {}
}
