package city.dure.publishing;

import city.dure.web.NotFound;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The log for machines of anybody (C2SP tlog-tiles): files, never computed for who asks. Other
 * sites may read it from browsers too.
 */
@Controller
class LogController {
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl SHORTLY =
            CacheControl.maxAge(Duration.ofSeconds(1)).cachePublic();

    private final Publisher publisher;
    private final Tree tree;
    private final LogKey key;

    LogController(Publisher publisher, Tree tree, LogKey key) {
        this.publisher = publisher;
        this.tree = tree;
        this.key = key;
    }

    @GetMapping("/log/checkpoint")
    ResponseEntity<Resource> checkpoint() {
        return file("checkpoint", TEXT, SHORTLY);
    }

    @GetMapping("/log/tile/{*path}")
    ResponseEntity<Resource> tile(@PathVariable String path) {
        return file("tile" + path, MediaType.APPLICATION_OCTET_STREAM, FOREVER);
    }

    /** The line that clients are given once to know whose signature to trust. */
    @GetMapping("/log/key")
    ResponseEntity<String> key() {
        return answer(TEXT, SHORTLY).body(key.signer().verifier(tree.head().origin()) + "\n");
    }

    private ResponseEntity<Resource> file(String path, MediaType type, CacheControl cache) {
        var file = publisher.files().file(path).orElseThrow(() -> new NotFound(path));
        return answer(type, cache).body(new FileSystemResource(file));
    }

    private static ResponseEntity.BodyBuilder answer(MediaType type, CacheControl cache) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(cache)
                .header("Access-Control-Allow-Origin", "*");
    }
}
