namespace KaizenGate.Acceptance.Tests;

/// <summary>The portable package of the tool, packed once for all tests, in seconds: the native one takes a minute or two.</summary>
internal static class PortableTool
{
    private static readonly Scratch Scratch = new();
    private static readonly Lazy<Task<string>> Version = new(PackAsync);

    /// <summary>The folder of the package, to which <see cref="PackedTool"/> adds the others.</summary>
    public static string Feed => Scratch.PathOf("feed");

    /// <summary>Packs it unless it is packed.</summary>
    /// <returns>Its version.</returns>
    public static Task<string> VersionAsync() => Version.Value;

    /// <summary>Deletes the packages.</summary>
    public static void Delete() => Scratch.Dispose();

    private static async Task<string> PackAsync()
    {
        await Packing.PackAsync(PackedTool.Project, Feed, "--runtime", "any");
        var package = Path.GetFileNameWithoutExtension(Directory.GetFiles(Feed).Single());
        return package[$"{Names.Package}.any.".Length..];
    }
}
