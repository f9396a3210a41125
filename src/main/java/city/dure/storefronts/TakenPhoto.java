package city.dure.storefronts;

import java.time.Instant;

/** That an official took a photo of a shop down; the picture itself is gone. */
public record TakenPhoto(TakenReason reason, Instant at) {}
