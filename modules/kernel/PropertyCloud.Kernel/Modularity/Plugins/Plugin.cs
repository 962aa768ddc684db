namespace PropertyCloud.Kernel.Modularity.Plugins;

/// <summary>A module that was loaded from a folder of <c>plugins/</c>.</summary>
/// <param name="Folder">Its folder's full path.</param>
/// <param name="Hash">What was allowed: SHA-256 over all its files, 64 hexadecimal digits.</param>
internal sealed record Plugin(string Folder, string Hash, PropertyCloudModule Module);

/// <summary>What was found in <c>plugins/</c> at start.</summary>
/// <param name="Warnings">For the log: nothing that stops the start.</param>
internal sealed record PluginCatalog(IReadOnlyList<Plugin> Plugins, IReadOnlyList<string> Warnings);
