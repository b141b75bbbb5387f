namespace KaizenGate.Acceptance.Tests;

/// <summary>A folder of its own for one test, and the surroundings of the programs that run in it.</summary>
public sealed class Scratch : IDisposable
{
    /// <summary>What a program needs on any machine; a build server's own variables are not among it.</summary>
    private static readonly string[] Needed =
    [
        "PATH",
        "HOME",
        "USER",
        "DOTNET_ROOT",
        "SystemRoot",
        "TEMP",
        "TMP",
        "USERPROFILE",
        "APPDATA",
        "LOCALAPPDATA",
        "ProgramFiles",
    ];

    public Scratch()
    {
        foreach (var name in Needed)
        {
            if (System.Environment.GetEnvironmentVariable(name) is { } value)
            {
                Environment[name] = value;
            }
        }

        Environment["DOTNET_NOLOGO"] = "1";
        Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        Environment["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1";
        // The SDK starts often and ends soon: measuring its code to optimize it takes an eighth of its processor time.
        Environment["DOTNET_TieredPGO"] = "0";
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("kaizen-").FullName;

    /// <summary>The environment variables of what runs here.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public string PathOf(string relative) => System.IO.Path.GetFullPath(relative, Path);

    public string Read(string file) => File.ReadAllText(PathOf(file));

    /// <summary>Writes a file, and the folders it needs.</summary>
    public Scratch Write(string file, string content)
    {
        var path = PathOf(file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return this;
    }

    public Scratch With(string variable, string value)
    {
        Environment[variable] = value;
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
