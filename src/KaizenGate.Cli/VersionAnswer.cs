using System.CommandLine;
using System.CommandLine.Invocation;

namespace KaizenGate.Cli;

/// <summary>The answer to <c>--version</c>: the version alone, so that scripts can use it.</summary>
internal sealed class VersionAnswer(string version) : SynchronousCommandLineAction
{
    public static void Install(RootCommand root, Host host)
    {
        foreach (var option in root.Options.OfType<VersionOption>())
        {
            option.Action = new VersionAnswer(host.Version);
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(version);
        return ExitStatus.Open;
    }
}
