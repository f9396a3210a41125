package city.dure.merchants;

import static org.assertj.core.api.Assertions.assertThat;

import city.dure.PortalTest;
import city.dure.TestDatabase;
import city.dure.shared.Actor;
import city.dure.shared.Page;
import city.dure.shared.Role;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

@PortalTest
class MerchantSearchTests {
    private static final Actor OFFICER = new Actor("u-TESTOFFICER", Role.MERCHANT_OFFICER);

    @Autowired Merchants merchants;
    @Autowired ListTaking lists;
    private final AtomicInteger statements = new AtomicInteger();
    private final MerchantSearch search =
            new MerchantSearch(JdbcClient.create(counting(TestDatabase.unguarded("portal"))));

    @Test
    void needsTwoStatementsToBeginAndTwoForEachFurtherPage() {
        var filter = listed(25);
        var beginning = search.begin(filter, 20, 1_001);
        var first = beginning.page();
        assertThat(first.rows()).hasSize(20);
        assertThat(beginning.count()).isEqualTo(25);
        assertThat(statements.getAndSet(0)).isEqualTo(2);
        assertThat(first).isEqualTo(search.page(filter, null, 20));
        assertThat(statements.getAndSet(0)).isEqualTo(1);

        var second = search.page(filter, MerchantId.valueOf(String.valueOf(first.next())), 20);
        assertThat(second.rows()).hasSize(5).doesNotContainAnyElementsOf(first.rows());
        assertThat(second.next()).isNull();
        assertThat(statements.getAndSet(0)).isEqualTo(2);
    }

    @Test
    void beginsWithNothing() {
        var nothing = new MerchantFilter(UUID.randomUUID().toString(), "", "", Set.of());
        assertThat(search.begin(nothing, 20, 5))
                .isEqualTo(new Merchants.Beginning(new Page<>(List.of(), null), 0));
    }

    @Test
    void countsNoFurtherThanTheCap() {
        var filter = listed(7);
        assertThat(search.begin(filter, 3, 5).count()).isEqualTo(5);
        assertThat(search.count(filter, 5)).isEqualTo(5);
    }

    @Test
    void takesEveryRowOnceWhenNamesAreTheSame() {
        var filter = listed(7);
        var seen = new ArrayList<MerchantId>();
        for (var page = search.page(filter, null, 3);
                page != null;
                page =
                        page.next() == null
                                ? null
                                : search.page(filter, MerchantId.valueOf(page.next()), 3)) {
            page.rows().forEach(row -> seen.add(row.id()));
        }
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void readsEverySignAsItself() {
        var filter = listed(1);
        for (String sign : List.of("%", "_", "!", "\\", "'")) {
            var other = new MerchantFilter(filter.text() + sign, "", "", Set.of());
            assertThat(search.page(other, null, 3).rows()).as(sign).isEmpty();
        }
    }

    /** So many businesses of one name; gives the filter that finds just them. */
    private MerchantFilter listed(int number) {
        String name = "검색" + UUID.randomUUID().toString().substring(0, 8);
        var business = Business.of(name, "bakery", "hosu", "한들시 호수로 12 (호수동)");
        List<Listing> listings =
                IntStream.range(0, number)
                        .mapToObj(i ->
                                new Listing(UUID.randomUUID().toString(), business, false, null))
                        .toList();
        lists.take(OFFICER, () -> "i-TEST", "시험", listings, Map.of());
        return new MerchantFilter(name, "", "", Set.of());
    }

    private DataSource counting(DataSource target) {
        return new DelegatingDataSource(target) {
            @Override
            public Connection getConnection() throws SQLException {
                return counting(super.getConnection());
            }
        };
    }

    private Connection counting(Connection target) {
        return (Connection)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("prepareStatement")) {
                                statements.incrementAndGet();
                            }
                            try {
                                return method.invoke(target, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
