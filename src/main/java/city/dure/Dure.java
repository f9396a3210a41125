package city.dure;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The portal: one process that serves every page and keeps the ledger. */
@SpringBootApplication
public class Dure {
    /** Serves the portal until it is stopped. */
    public static void main(String[] args) {
        SpringApplication.run(Dure.class, args);
    }
}
