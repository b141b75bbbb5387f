using KaizenGate.Cli.Items;
using KaizenGate.Core.Backlogs;
using KaizenGate.Core.Harvesting;

namespace KaizenGate.Cli.Harvesting;

/// <summary>Walks through the new candidates on a terminal: one key adds, skips or rejects each, and each answer is saved at once.</summary>
internal sealed class HarvestWalk(Host host, Harvest harvest, CandidateFiling filing, Questions questions)
{
    private const char ControlC = '\u0003';
    private const char ControlD = '\u0004';
    private const char Escape = '\e';

    /// <returns>The exit code: 130 after Ctrl-C.</returns>
    /// <exception cref="InputException">The digest cannot be written.</exception>
    public int Run()
    {
        host.ErrorText.WriteLine();
        host.ErrorText.WriteLine(
            "Press a to add it, s to skip it, r to reject it until it costs twice as much, q to quit."
        );
        for (var at = 0; at < harvest.New.Length; )
        {
            host.ErrorText.Write($"  {at + 1} of {harvest.New.Length}: ");
            switch (host.ReadKey())
            {
                case (null or ControlC or ControlD or Escape or 'q' or 'Q') and var key:
                    host.ErrorText.WriteLine();
                    return key is ControlC ? ExitCode.Interrupted : ExitCode.Passed;
                case 'a' or 'A':
                    host.ErrorText.WriteLine("add");
                    Add(harvest.New[at++]);
                    break;
                case 's' or 'S':
                    host.ErrorText.WriteLine("skipped");
                    at++;
                    break;
                case 'r' or 'R':
                    host.ErrorText.WriteLine("reject");
                    harvest.Reject(harvest.New[at++], questions.Ask("  Why? (Enter to skip)"));
                    harvest.Save();
                    break;
                default:
                    host.ErrorText.WriteLine("?  Press a, s, r or q.");
                    break;
            }
        }

        return ExitCode.Passed;
    }

    private void Add(Candidate candidate)
    {
        try
        {
            filing.File([candidate]);
        }
        catch (InputException refused)
        {
            host.WriteError(refused.Error);
        }
    }
}
