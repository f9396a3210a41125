package city.dure.citizens;

import java.time.LocalDate;

/**
 * Who wants to become a member.
 *
 * @param district the code of the part of the city where they live
 * @param since the day on which they moved there
 */
public record NewCitizen(Profile profile, String district, LocalDate since) {}
