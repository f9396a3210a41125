package city.dure.calendar;

import java.time.LocalDate;

/** A public holiday, or a day on which it is made up for; two of one day share a name. */
public record Holiday(LocalDate day, String name) {}
