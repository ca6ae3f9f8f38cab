package dev.sidetone.jmeter;

import dev.sidetone.simulator.WrongSetting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jmeter.config.Arguments;
import org.apache.jmeter.protocol.java.sampler.JavaSamplerContext;

/**
 * The parameters of a Java Request; those with the names of options of {@code sidetone load} are read as these are. Immutable.
 *
 * @param options as on the command line
 * @param scenarios the files and folders of the callers' scenarios, on the worker's disk; none for the demo's callers
 * @param firstCaller the number of the first caller on this worker
 */
record SamplerParameters(List<String> options, List<String> scenarios, int firstCaller) {
    /** The label of a sample that has no name. */
    static final String USUAL_LABEL = "Call";

    private static final String SCENARIOS = "scenarios";
    private static final String FIRST_CALLER = "first-caller";
    private static final String OWN = "i-own-this-server";
    private static final String OPTIONS = "options";
    /** Each is the value of the option of its name. */
    private static final List<String> VALUES = List.of("to", "calls", "seed", "duration", "agent");

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");

    SamplerParameters {
        options = List.copyOf(options);
        scenarios = List.copyOf(scenarios);
    }

    /** All parameters as they are when nothing is said. */
    static Arguments defaults() {
        Map<String, String> usual = new LinkedHashMap<>();
        VALUES.forEach(name -> usual.put(name, ""));
        usual.put(SCENARIOS, "");
        usual.put(FIRST_CALLER, "0");
        usual.put(OWN, "");
        usual.put(OPTIONS, "");
        Arguments all = new Arguments();
        usual.forEach(all::addArgument);
        return all;
    }

    /**
     * Reads what {@code context} says.
     *
     * @throws WrongSetting naming the parameter that is wrong, as far as it shows without reading the options and files
     */
    static SamplerParameters read(JavaSamplerContext context) throws WrongSetting {
        List<String> options = new ArrayList<>();
        for (String name : VALUES) {
            String value = value(context, name);
            if (!value.isEmpty()) {
                options.add("--" + name + "=" + value);
            }
        }
        if (owns(value(context, OWN))) {
            options.add("--" + OWN);
        }
        options.addAll(words(value(context, OPTIONS)));
        return new SamplerParameters(options, listed(value(context, SCENARIOS)), number(value(context, FIRST_CALLER)));
    }

    private static String value(JavaSamplerContext context, String name) {
        return context.getParameter(name, "").trim();
    }

    private static boolean owns(String typed) throws WrongSetting {
        if (!typed.isEmpty() && !typed.equals("true") && !typed.equals("false")) {
            throw new WrongSetting(OWN + " is '" + typed + "': write true where the server is yours, else false");
        }
        return typed.equals("true");
    }

    private static List<String> listed(String typed) {
        return Pattern.compile(",")
                .splitAsStream(typed)
                .map(String::trim)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** Words between blanks; what stands in double quotes is one. */
    private static List<String> words(String typed) {
        List<String> words = new ArrayList<>();
        for (Matcher word = WORD.matcher(typed); word.find(); ) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }

    private static int number(String typed) throws WrongSetting {
        if (!typed.isEmpty() && !NUMBER.matcher(typed).matches()) {
            throw new WrongSetting(FIRST_CALLER + " is '" + typed
                    + "': write the number of this worker's first caller, a whole number from 0 to 9999999");
        }
        return typed.isEmpty() ? 0 : Integer.parseInt(typed);
    }
}
