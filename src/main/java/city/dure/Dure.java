package city.dure;

import city.dure.commands.Verify;
import city.dure.publishing.Export;
import city.dure.rotation.Rotate;
import city.dure.setup.Init;
import city.dure.setup.NewLink;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The portal: one process that serves every page and keeps the ledger. */
@SpringBootApplication
public class Dure {
    /** Runs the command that the first argument names; without one, serves until it is stopped. */
    public static void main(String[] args) {
        // The embedded database also answers the command line, and nobody outside this machine.
        System.setProperty("h2.bindAddress", "127.0.0.1");
        if (args.length > 0 && args[0].equals("verify")) {
            System.exit(Verify.run(System.out, Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals("export")) {
            System.exit(Export.run(System.out, Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals("init")) {
            System.exit(Init.run(System.out, Dure.class, Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals("new-link")) {
            System.exit(
                    NewLink.run(System.out, Dure.class, Arrays.copyOfRange(args, 1, args.length)));
        }
        if (args.length > 0 && args[0].equals("rotate-master-key")) {
            var portal = new SpringApplicationBuilder(Dure.class).listeners(new DemoByDefault());
            System.exit(Rotate.run(System.out, portal));
        }
        var portal = new SpringApplication(Dure.class);
        portal.addListeners(new DemoByDefault());
        portal.run(args);
    }
}
