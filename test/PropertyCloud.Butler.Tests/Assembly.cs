// The tests of an assembly share one host for each engine, and its clock.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
