-- wrk prints other percentiles; these are the ones that the README gives
done = function(summary, latency)
   io.write(string.format("p95 ms: %.3f\np99 ms: %.3f\n", latency:percentile(95.0) / 1000, latency:percentile(99.0) / 1000))
end
