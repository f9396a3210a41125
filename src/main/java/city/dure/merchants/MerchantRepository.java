package city.dure.merchants;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The businesses as stored. */
interface MerchantRepository extends Repository<Merchant, UUID> {
    Merchant saveAndFlush(Merchant merchant);

    <M extends Merchant> List<M> saveAllAndFlush(Iterable<M> merchants);

    Optional<Merchant> findById(UUID id);

    List<Merchant> findAllById(Iterable<UUID> ids);

    List<Merchant> findBySourceKeyIn(Collection<String> keys);

    /** Businesses with the pattern in their name or address that are not closed, by name. */
    @Query(
            """
            select m from Merchant m
            where m.searchText like :pattern escape '!' and m.status <> MerchantStatus.CLOSED
            order by m.sortName, m.id
            """)
    List<Merchant> search(String pattern, Limit limit);
}
