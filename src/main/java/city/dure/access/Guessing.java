package city.dure.access;

import city.dure.access.Limits.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Slows guessing at passwords: tries are limited for a name from one address, for a network, and
 * for the whole portal. A browser from which the name signed in before has a limit of its own and
 * is not held up by the others, so nobody can lock an owner out by guessing.
 */
@Service
public class Guessing {
    private static final int OF_NAME_AND_ADDRESS = 10;
    private static final int OF_NETWORK = 100;
    private static final int OF_PORTAL = 3000;
    private static final int OF_KNOWN_DEVICE = 10;

    private final Limits limits;
    private final KnownDevices devices;
    private final KeyedHash hash;
    private final AccessLog log;

    Guessing(Limits limits, KnownDevices devices, KeyedHash hash, AccessLog log) {
        this.limits = limits;
        this.devices = devices;
        this.hash = hash;
        this.log = log;
    }

    /** Counts a try before the password is looked at; gives how long to wait if it is too many. */
    public Optional<Duration> refuse(HttpServletRequest request, String username) {
        var wait = limits.take(buckets(request, username));
        if (wait.isPresent()) {
            log.slowed(username, request.getRemoteAddr());
        }
        return wait;
    }

    /** The password fitted: the try does not count, and the browser is known from now on. */
    public void succeeded(
            HttpServletRequest request, HttpServletResponse response, String username) {
        limits.giveBack(buckets(request, username).stream().map(Bucket::name).toList());
        devices.remember(request, response, username);
    }

    /** The password did not fit, or there is no such name. */
    public void failed(HttpServletRequest request, String username) {
        log.failed(username, request.getRemoteAddr());
    }

    private List<Bucket> buckets(HttpServletRequest request, String username) {
        String address = request.getRemoteAddr();
        return devices.find(request, username)
                .map(device -> List.of(new Bucket("device " + device, OF_KNOWN_DEVICE)))
                .orElseGet(() -> ofStrangers(username, address));
    }

    private List<Bucket> ofStrangers(String username, String address) {
        String name = hash.of("access.names", username + " " + address);
        return List.of(
                new Bucket("name " + name, OF_NAME_AND_ADDRESS),
                new Bucket("network " + Networks.of(address), OF_NETWORK),
                new Bucket("portal", OF_PORTAL));
    }
}
