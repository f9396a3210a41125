package forbidden.habits;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity that a request could be bound to. */
@Entity
class PlainEntity {
    @Id int id;
}
