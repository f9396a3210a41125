package city.dure;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two who begin at the same moment. */
public final class AtOnce {
    private AtOnce() {}

    /** What came of both, in their order: what they returned, or what they threw. */
    public static List<Object> both(Callable<?> one, Callable<?> other) throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var futures =
                    List.of(
                            threads.submit(() -> after(start, one)),
                            threads.submit(() -> after(start, other)));
            return futures.stream().map(AtOnce::outcome).toList();
        }
    }

    private static Object after(CyclicBarrier start, Callable<?> work) throws Exception {
        start.await();
        return work.call();
    }

    private static Object outcome(Future<Object> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
