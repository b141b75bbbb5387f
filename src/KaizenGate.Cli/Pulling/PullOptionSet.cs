using System.Collections.Immutable;
using System.CommandLine;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Settings;

namespace KaizenGate.Cli.Pulling;

/// <summary>The options of commands that pull first: <c>--pull</c> and <c>--require-pull</c>.</summary>
internal sealed class PullOptionSet
{
    private readonly Option<bool> pull = new("--pull")
    {
        Description = "First pull the issues of the trackers in the settings.",
    };

    /// <summary><c>--require-pull</c>.</summary>
    public Option<bool> Require { get; } =
        new("--require-pull") { Description = "End with exit code 2 if a tracker cannot be pulled." };

    public void AddTo(Command command)
    {
        command.Add(pull);
        command.Add(Require);
    }

    /// <summary>Pulls if the command line says so, and prints what failed.</summary>
    /// <returns>Whether the command may go on.</returns>
    /// <exception cref="InputException">The path of a snapshot leads out of the repository.</exception>
    public bool Run(ParseResult parsed, Host host, Func<LoadedSettings> load, bool isQuiet)
    {
        if (!parsed.GetValue(pull) && !parsed.GetValue(Require))
        {
            return true;
        }

        var pulled = new PullRun(host, load()) { IsQuiet = isQuiet }.Run();
        foreach (var one in pulled)
        {
            PullRun.Warn(host, one);
        }

        return !parsed.GetValue(Require) || pulled.All(one => one.Failure is null);
    }
}
