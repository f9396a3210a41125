package city.dure.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
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
        limits.giveBack(buckets(request, username).keySet().stream().sorted().toList());
        devices.remember(request, response, username);
    }

    /** The password did not fit, or there is no such name. */
    public void failed(HttpServletRequest request, String username) {
        log.failed(username, request.getRemoteAddr());
    }

    private Map<String, Integer> buckets(HttpServletRequest request, String username) {
        String address = request.getRemoteAddr();
        return devices.find(request, username)
                .map(device -> Map.of("device " + device, OF_KNOWN_DEVICE))
                .orElseGet(() ->
                        Map.of(
                                "name " + hash.of("access.names", username + " " + address),
                                OF_NAME_AND_ADDRESS,
                                "network " + Networks.of(address),
                                OF_NETWORK,
                                "portal",
                                OF_PORTAL));
    }
}
