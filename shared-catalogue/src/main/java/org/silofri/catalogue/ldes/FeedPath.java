package org.silofri.catalogue.ldes;

import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.Position;
import org.silofri.catalogue.log.Pages;

/** Paths of feeds and pages below a node's address (WIRE "On HTTP"). */
public final class FeedPath {

    private FeedPath() {}

    /** {@code /feed/{city}}. */
    public static String feed(CityId city) {
        return "/feed/" + city;
    }

    /** {@code /feed/{city}/{epoch}/{n}}. */
    public static String page(CityId city, long epoch, long number) {
        return feed(city) + "/" + epoch + "/" + number;
    }

    /** Path of that page. */
    public static String of(Pages.Page page) {
        return page(page.city(), page.epoch(), page.number());
    }

    /** {@code /feed/{city}?after={epoch}:{seq}}, which leads to the page of what follows. */
    public static String after(CityId city, Position after) {
        return feed(city) + "?after=" + after;
    }
}
