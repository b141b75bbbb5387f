using System.CommandLine;
using System.CommandLine.Invocation;

namespace KaizenGate.Cli;

/// <summary>The output of <c>--version</c>: only the version, for scripts.</summary>
internal sealed class VersionAnswer(string version) : SynchronousCommandLineAction
{
    public static void Install(RootCommand root, Host host)
    {
        foreach (var option in root.Options.OfType<VersionOption>())
        {
            option.Description = "Show the version.";
            option.Action = new VersionAnswer(host.Version);
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(version);
        return ExitCode.Passed;
    }
}
