package dev.sidetone.ui.timeline;

/**
 * A label with its place.
 *
 * @param text which of its texts fits
 * @param column its left column, counted from the call's start
 * @param row which row of its strip, 0 being the nearest to the lanes
 */
record PlacedLabel(TimelineLabel label, String text, long column, double widthPx, int row) {}
