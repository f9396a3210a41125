package city.dure.merchants;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The businesses as stored. */
interface MerchantRepository extends Repository<Merchant, UUID> {
    Merchant saveAndFlush(Merchant merchant);

    <M extends Merchant> List<M> saveAllAndFlush(Iterable<M> merchants);

    Optional<Merchant> findById(UUID id);

    /** Waits until nobody else is deciding, so that the version read is the newest. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from Merchant m where m.id = :id")
    Optional<Merchant> findForChange(UUID id);

    List<Merchant> findByIdIn(Collection<UUID> ids);

    List<Merchant> findBySortNameIn(Collection<String> names);
}
