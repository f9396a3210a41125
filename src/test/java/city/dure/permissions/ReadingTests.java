package city.dure.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.identity.DemoPeople;
import city.dure.identity.DemoPerson;
import city.dure.identity.TestSignIn;
import city.dure.ledger.Ledger;
import city.dure.ledger.TestRecords.ThingId;
import city.dure.ledger.TestRecords.ThingShown;
import city.dure.shared.Actor;
import java.io.UnsupportedEncodingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Reading never moves the ledger, and no page that a link leads to is broken. */
@PortalTest
class ReadingTests {
    private static final int PAGES_A_PERSON = 60;
    private static final Pattern LINK =
            Pattern.compile("href=\"(/(?!assets/|webjars/|oauth2/)[^\"#]*)\"");

    @Autowired ApplicationContext portal;
    @Autowired DemoPeople people;
    @Autowired MockMvcTester mvc;
    @Autowired JdbcClient jdbc;
    @Autowired Ledger ledger;
    @Autowired TransactionTemplate transaction;

    @Test
    void neverMovesTheLedger() {
        var handlers = Handler.all(portal).stream().filter(each -> each.method().equals("GET"));
        var paths = Stream.concat(Stream.of("/"), handlers.map(Handler::path)).distinct().toList();
        var read = new ArrayList<String>();
        var problems = new ArrayList<String>();
        for (String person : names()) {
            problems.addAll(walk(person, paths, read));
        }
        assertThat(read).hasSizeGreaterThan(names().size() * paths.size() - 1);
        assertThat(problems).isEmpty();
    }

    @Test
    void wouldNoticeAnEntry() {
        assertThat(moves(() -> jdbc.sql("select 1").query().listOfRows())).isFalse();
        assertThat(moves(() -> transaction.executeWithoutResult(status -> record()))).isTrue();
    }

    private void record() {
        ledger.record(Actor.SYSTEM, new ThingShown(ThingId.random(), "red"));
    }

    /** Every given path, then pages that those link to: objects that exist. */
    private List<String> walk(String person, List<String> paths, List<String> read) {
        var problems = new ArrayList<String>();
        var ahead = new ArrayDeque<>(paths);
        Set<String> seen = new HashSet<>(paths);
        for (int page = 0; !ahead.isEmpty() && page < paths.size() + PAGES_A_PERSON; page++) {
            String path = ahead.remove();
            var found = new ArrayList<String>();
            if (moves(() -> found.addAll(get(person, path, problems)))) {
                problems.add("GET " + path + " as " + person + " moved the ledger");
            }
            read.add(path);
            found.stream().filter(seen::add).forEach(ahead::add);
        }
        return problems;
    }

    private List<String> get(String person, String path, List<String> problems) {
        var request = mvc.get().uri(java.net.URI.create(path.replace("&amp;", "&")));
        if (!person.isEmpty()) {
            request = request.with(TestSignIn.as(person));
        }
        var response = request.exchange().getResponse();
        if (response.getStatus() >= 500 && !path.startsWith("/actuator")) {
            problems.add(response.getStatus() + " at " + path + " as " + person);
        }
        return links(response.getContentType(), response::getContentAsString);
    }

    private static List<String> links(@Nullable String type, Body body) {
        try {
            return type == null || !type.contains("html")
                    ? List.of()
                    : LINK.matcher(body.read()).results().map(link -> link.group(1)).toList();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private boolean moves(Runnable action) {
        long before = entries();
        action.run();
        return entries() != before;
    }

    private long entries() {
        return jdbc.sql("select count(*) from ledger_entry").query(Long.class).single();
    }

    private List<String> names() {
        return Stream.concat(Stream.of(""), people.all().stream().map(DemoPerson::username))
                .filter(name -> !name.startsWith("officer2."))
                .toList();
    }

    private interface Body {
        String read() throws UnsupportedEncodingException;
    }
}
