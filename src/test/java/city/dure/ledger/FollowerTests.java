package city.dure.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.ledger.TestRecords.ThingId;
import city.dure.ledger.TestRecords.ThingShown;
import city.dure.shared.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class FollowerTests {
    private static final int ENTRIES = 250;
    private final AtomicBoolean crashes = new AtomicBoolean();
    private TestLedger test;

    @BeforeEach
    void followsASealedLedger() {
        test = new TestLedger();
        test.jdbc.execute("create table effect (seq bigint not null)");
        for (int i = 0; i < ENTRIES / 50; i++) {
            var fifty = LongStream.range(0, 50).mapToObj(n -> shown()).toArray(LedgerRecord[]::new);
            test.record(Actor.SYSTEM, fifty);
        }
        test.seal();
    }

    @Test
    void takesInEachEntryOnceWithTwoRunnersAtOnce() throws Exception {
        var runners = List.of(runner(), runner());
        runners.getFirst().begin();
        try (var pool = Executors.newFixedThreadPool(2)) {
            runners.forEach(runner ->
                    pool.execute(() -> {
                        while (next() < ENTRIES) {
                            runner.advance();
                        }
                    }));
        }
        assertThat(effects()).isEqualTo(LongStream.range(0, ENTRIES).boxed().toList());
    }

    @Test
    void parksAtTheEntryThatFailsAndGoesOnWhenResumed() {
        crashes.set(true);
        var runner = runner();
        runner.begin();
        while (runner.advance()) {}
        assertThat(effects()).isEqualTo(LongStream.range(0, 130).boxed().toList());
        assertThat(followers().states())
                .singleElement()
                .satisfies(state -> {
                    assertThat(state.next()).isEqualTo(130);
                    assertThat(state.parkedAt()).isNotNull();
                    assertThat(state.problem())
                            .contains("IllegalStateException", "130")
                            .doesNotContain("010-1234-5678");
                });

        assertThat(runner.advance()).as("parked").isFalse();
        crashes.set(false);
        followers().resume("effects");
        while (runner.advance()) {}
        assertThat(effects()).isEqualTo(LongStream.range(0, ENTRIES).boxed().toList());
    }

    @Test
    void takesInNoMoreAtOnceThanTheFollowerWants() {
        var sizes = new ArrayList<Integer>();
        var follower = follower();
        var some =
                new FollowerRunner(
                        new LedgerFollower() {
                            @Override
                            public String name() {
                                return follower.name();
                            }

                            @Override
                            public void follow(SealedEntry entry) {
                                follower.follow(entry);
                            }

                            @Override
                            public int follow(List<SealedEntry> entries) {
                                sizes.add(entries.size());
                                return follower.follow(
                                        entries.subList(0, Math.min(7, entries.size())));
                            }
                        },
                        test.entries,
                        test.jdbc,
                        test.transaction,
                        test.signals);
        some.begin();
        while (some.advance()) {}
        assertThat(sizes).hasSize(ENTRIES / 7 + 1);
        assertThat(effects()).isEqualTo(LongStream.range(0, ENTRIES).boxed().toList());
    }

    @Test
    void startsAndEndsItsThread() {
        var followers = followers();
        followers.start();
        assertThat(followers.isRunning()).isTrue();
        long end = System.nanoTime() + 20_000_000_000L;
        while (next() < ENTRIES && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        followers.stop();
        assertThat(next()).isEqualTo(ENTRIES);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("dure-follower-effects"));
    }

    private LedgerFollower follower() {
        return new LedgerFollower() {
            @Override
            public String name() {
                return "effects";
            }

            @Override
            public void follow(SealedEntry entry) {
                test.jdbc.update("insert into effect (seq) values (?)", entry.number());
                if (crashes.get() && entry.number() == 130) {
                    throw new IllegalStateException("no such phone: 010-1234-5678");
                }
            }
        };
    }

    private FollowerRunner runner() {
        return new FollowerRunner(
                follower(), test.entries, test.jdbc, test.transaction, test.signals);
    }

    private LedgerFollowers followers() {
        return new LedgerFollowers(
                List.of(follower()), test.entries, test.jdbc, test.transactions, test.signals);
    }

    private List<Long> effects() {
        return test.jdbc.query("select seq from effect order by seq", (row, i) -> row.getLong(1));
    }

    private long next() {
        return test.jdbc
                .query("select next_seq from ledger_follower", (row, i) -> row.getLong(1))
                .getFirst();
    }

    private static ThingShown shown() {
        return new ThingShown(ThingId.random(), "red");
    }
}
