using KaizenGate.Backlogs;
using KaizenGate.Settings;

namespace KaizenGate.Cli.Items;

/// <summary>Asks a person at a terminal; nobody else is asked anything.</summary>
/// <param name="host">Where it runs.</param>
internal sealed class Questions(Host host)
{
    public bool CanAsk => host.InputIsTerminal && host.ErrorIsTerminal;

    /// <summary>The answer; null when there is none, or nobody to ask.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="check">Throws <see cref="InputException"/> for a wrong answer, which is asked for again.</param>
    public string? Ask(string question, Action<string>? check = null)
    {
        while (CanAsk)
        {
            host.ErrorText.Write($"{question} ");
            var answer = host.Input.ReadLine()?.Trim();
            if (string.IsNullOrEmpty(answer))
            {
                return null;
            }

            try
            {
                check?.Invoke(answer);
                return answer;
            }
            catch (InputException wrong)
            {
                host.Tell(wrong.Error);
            }
        }

        return null;
    }
}
