package dev.sidetone.simulator.twilio.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list. A page's token names the last thing of the page before it, so that what is new shifts nothing.
 *
 * @param address the list's path with its filters, ready for a further parameter
 * @param size how many things a page holds at most
 * @param start where in the whole list the page begins
 * @param nextToken names the page that follows, or null for the last
 */
record Paging<T>(List<T> things, String address, int page, int size, int start, @Nullable String nextToken) {
    private static final int USUAL = 50;
    private static final int MOST = 1_000;
    private static final String TOKEN = "PA";

    static <T> Paging<T> of(List<T> all, RestRequest asked, Function<T, String> name) throws RestError {
        int size = asked.query().number("PageSize", 1, MOST, USUAL);
        int page = asked.query().number("Page", 0, Integer.MAX_VALUE / MOST, 0);
        String token = asked.query().get("PageToken").orElse("");
        int start = Math.min(all.size(), token.isEmpty() ? page * size : after(all, token, name));
        List<T> things = all.subList(start, Math.min(all.size(), start + size));
        boolean more = start + things.size() < all.size();
        String next = more ? TOKEN + name.apply(things.get(things.size() - 1)) : null;
        return new Paging<>(List.copyOf(things), address(asked), page, size, start, next);
    }

    /** An account's list: its keys in order, links relative. */
    ObjectNode list(String key, Function<T, ObjectNode> json) {
        ObjectNode list = RestJson.object();
        boolean callsFirst = key.compareTo("end") < 0;
        if (callsFirst) {
            put(list, key, json);
        }
        list.put("end", start + Math.max(0, things.size() - 1));
        list.put("first_page_uri", link(0, null));
        if (!callsFirst) {
            put(list, key, json);
        }
        list.put("next_page_uri", next());
        list.put("page", page);
        list.put("page_size", size);
        list.put("previous_page_uri", page == 0 ? null : link(page - 1, null));
        list.put("start", start);
        list.put("uri", link(page, null));
        return list;
    }

    /** A list of the newer products: its things, then a block about the page with whole links. */
    ObjectNode listWithMeta(String key, String origin, Function<T, ObjectNode> json) {
        ObjectNode list = RestJson.object();
        put(list, key, json);
        ObjectNode meta = list.putObject("meta");
        String next = next();
        meta.put("page", page);
        meta.put("page_size", size);
        meta.put("first_page_url", origin + link(0, null));
        meta.put("previous_page_url", page == 0 ? null : origin + link(page - 1, null));
        meta.put("url", origin + link(page, null));
        meta.put("next_page_url", next == null ? null : origin + next);
        meta.put("key", key);
        return list;
    }

    private void put(ObjectNode list, String key, Function<T, ObjectNode> json) {
        ArrayNode array = list.putArray(key);
        things.forEach(thing -> array.add(json.apply(thing)));
    }

    private @Nullable String next() {
        return nextToken == null ? null : link(page + 1, nextToken);
    }

    private String link(int number, @Nullable String token) {
        return address + "PageSize=" + size + "&Page=" + number + (token == null ? "" : "&PageToken=" + token);
    }

    private static String address(RestRequest asked) {
        String filters = Arrays.stream(asked.queryText().split("&"))
                .filter(pair -> !pair.isEmpty() && !pair.startsWith("Page"))
                .map(pair -> pair + "&")
                .collect(Collectors.joining());
        return asked.fullPath() + "?" + filters;
    }

    private static <T> int after(List<T> all, String token, Function<T, String> name) {
        for (int i = 0; i < all.size(); i++) {
            if (token.equals(TOKEN + name.apply(all.get(i)))) {
                return i + 1;
            }
        }
        return all.size();
    }
}
