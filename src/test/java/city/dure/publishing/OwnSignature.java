package city.dure.publishing;

import org.springframework.context.ApplicationContext;

/** Signs with the log's own key what the log itself would never sign. */
public final class OwnSignature {
    private OwnSignature() {}

    /** A checkpoint of this log, whatever it says. */
    public static String of(ApplicationContext portal, long size, byte[] root) {
        var log = portal.getBean(PublishedLog.class);
        return portal.getBean(LogKey.class)
                .signer()
                .sign(new Checkpoint(log.origin(), size, root))
                .note();
    }
}
