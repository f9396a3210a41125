package city.dure.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Somebody buys something.
 *
 * @param shop which of the shops where it may be bought: a share of their list, below 1
 * @param person which of the people, as far as they can spend so much
 * @param amount in won
 */
record Purchase(LocalTime at, Habit habit, double shop, double person, long amount) {
    /** All of a day in their order, which the seed of its place in the history decides alone. */
    static List<Purchase> of(LocalDate day, long seed) {
        var random = new Random(seed);
        return Habit.ALL.stream()
                .flatMap(habit ->
                        IntStream.range(0, habit.times(day.getDayOfWeek()))
                                .mapToObj(time -> of(habit, random)))
                .sorted(Comparator.comparing(Purchase::at))
                .toList();
    }

    private static Purchase of(Habit habit, Random random) {
        int open = habit.to().toSecondOfDay() - habit.from().toSecondOfDay();
        var at = habit.from().plusSeconds(random.nextInt(open));
        // Some shops are known better than others, and small sums are the usual ones.
        double known = random.nextDouble() * random.nextDouble();
        double person = random.nextDouble();
        double dear = random.nextDouble() * random.nextDouble();
        long above = (long) (dear * (habit.most() - habit.least())) / habit.step();
        return new Purchase(at, habit, known, person, habit.least() + above * habit.step());
    }
}
