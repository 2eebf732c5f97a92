package org.fugong.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.fugong.condition.Example;
import org.fugong.condition.ListContent;
import org.fugong.condition.file.ListReading;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.Finding;
import org.fugong.rule.Rules;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long the list of a county at medium risk takes to be checked and explained in both languages, for each of its examples. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class CheckedList {

    @Param({"0", "1", "2"})
    int example;

    private ListContent list;
    private Rules rules;
    private Example firm;

    @Setup
    public void read() throws IOException {
        try (var yaml = CheckedList.class.getResourceAsStream("/data/conditions.yaml")) {
            list = ListReading.of(yaml.readAllBytes(), RiskLevel.MEDIUM);
        }
        rules = Rules.compile(list);
        firm = list.examples().get(example);
    }

    @Benchmark
    public List<Finding> conditions() {
        return rules.check(list.items(), firm.facts(), firm.answers());
    }
}
