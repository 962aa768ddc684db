namespace PropertyCloud.Kernel.Modularity;

/// <summary>A word on the host's command line, as <c>operator</c> in <c>operator create NAME</c>. Found in modules by the kernel.
/// Runs after the databases are migrated, without listening.</summary>
public interface IHostVerb
{
    string Name { get; }

    /// <param name="args">What follows the verb.</param>
    /// <param name="services">A scope without tenant: the verb enters one where it needs one.</param>
    /// <returns>The process's exit code; 0 is success.</returns>
    Task<int> RunAsync(string[] args, IServiceProvider services, CancellationToken cancellation);
}
