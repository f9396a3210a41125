package city.dure.verification;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the next piece in a thread of its own while this one is worked on: never more than two are
 * in memory, and the database is asked by one thread at a time.
 */
final class Ahead {
    private Ahead() {}

    /**
     * Works on every piece in its order.
     *
     * @param after reads the piece behind the one given, the first one behind null; empty ends
     */
    static <T> void read(Function<@Nullable T, Optional<T>> after, Consumer<T> work) {
        try (var reader = Executors.newSingleThreadExecutor(Ahead::thread)) {
            var coming = reader.submit(() -> after.apply(null));
            for (var read = got(coming); read.isPresent(); read = got(coming)) {
                T piece = read.get();
                coming = reader.submit(() -> after.apply(piece));
                work.accept(piece);
            }
        }
    }

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().name("dure-verification-reader").daemon().unstarted(work);
    }

    private static <T> T got(Future<T> coming) {
        try {
            return coming.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
