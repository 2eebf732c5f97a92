-- wrk prints the 90th and 99th percentile; this is the one in between that the README gives
done = function(summary, latency)
   io.write(string.format("p95 ms: %.3f\n", latency:percentile(95.0) / 1000))
end
