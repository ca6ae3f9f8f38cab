module sidetone/bench/bridge

go 1.19
