package city.dure.listings;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** What an address takes to answer. */
final class Asked {
    private Asked() {}

    /**
     * Asked by so many people at once, in ascending nanoseconds; {@code %23} is a number each time.
     */
    static List<Long> by(int people, String address, int times) throws Exception {
        try (var client = HttpClient.newHttpClient();
                var threads = Executors.newFixedThreadPool(people)) {
            Callable<List<Long>> person = () -> all(client, address, times / people);
            var taken = new ArrayList<Long>();
            for (var done : threads.invokeAll(Collections.nCopies(people, person))) {
                taken.addAll(done.get());
            }
            return taken.stream().sorted().toList();
        }
    }

    private static List<Long> all(HttpClient client, String address, int times) throws Exception {
        var taken = new ArrayList<Long>();
        for (int i = 0; i < times; i++) {
            var uri = URI.create(address.replace("%23", String.valueOf(i)));
            long began = System.nanoTime();
            var answer =
                    client.send(
                            HttpRequest.newBuilder(uri).build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("status " + answer.statusCode());
            }
            taken.add(System.nanoTime() - began);
        }
        return taken;
    }
}
