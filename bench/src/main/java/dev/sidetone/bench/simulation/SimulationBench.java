package dev.sidetone.bench.simulation;
import java.lang.management.ManagementFactory;
/** Draft. */
public final class SimulationBench {
    private SimulationBench() {}
    public static void main(String[] args) {
        long seed = Long.parseLong(args[0]);
        int count = Integer.parseInt(args[1]);
        long callMs = 0;
        Simulation.play(ScenarioDraw.of(0));
        long cpu0 = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int bad = 0;
        java.util.Map<String,Integer> kinds = new java.util.TreeMap<>();
        for (int i = 0; i < count; i++) {
            Scenario s = ScenarioDraw.of(seed + i);
            Simulation.Outcome o = Simulation.play(s);
            callMs += o.callMs();
            if (o.violation() != null) {
                int n = kinds.merge(o.violation().rule(), 1, Integer::sum);
                bad++;
                if (n <= 3) {
                    System.out.println("seed " + (seed + i) + ": " + o.violation());
                    if (args.length > 2) System.out.println(s);
                }
            }
        }
        double cpu = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu0) / 1e9;
        System.out.println(kinds + " bad " + bad + "; " + callMs / 1000 + " s of calls in " + cpu + " s: " + callMs / 1000 / cpu);
    }
}
