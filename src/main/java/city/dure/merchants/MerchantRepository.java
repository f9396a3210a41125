package city.dure.merchants;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The businesses as stored. */
interface MerchantRepository extends Repository<Merchant, UUID> {
    Merchant saveAndFlush(Merchant merchant);

    <M extends Merchant> List<M> saveAllAndFlush(Iterable<M> merchants);

    Optional<Merchant> findById(UUID id);

    List<Merchant> findByIdIn(Collection<UUID> ids);

    List<Merchant> findBySourceKeyIn(Collection<String> keys);
}
