package city.dure.applications;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The applications as stored. */
interface ApplicationRepository extends Repository<Application, UUID> {
    Application saveAndFlush(Application application);

    Optional<Application> findById(UUID id);

    List<Application> findByApplicant(String account);

    List<Application> findByIdIn(Collection<UUID> ids);

    /** Waits until nobody else is deciding, so that the version read is the newest. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Application a where a.id = :id")
    Optional<Application> findForChange(UUID id);

    boolean existsByOpenShop(UUID shop);

    /** Those that made this shop a merchant, newest first. */
    List<Application> findByMerchantOrderByStateAtDesc(UUID merchant);

    @Query("select a.openShop from Application a where a.openShop is not null")
    List<UUID> findOpenShops();

    boolean existsByOpenNumber(String number);

    @Query(
            """
            select a from Application a
            where a.applicant = :account or a.filedBy = :account
            order by a.submittedAt desc
            """)
    List<Application> findOf(String account, org.springframework.data.domain.Limit limit);
}
