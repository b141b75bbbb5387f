using KaizenGate.Core.Backlogs;

namespace KaizenGate.Cli.Items;

/// <summary>Asks questions on a terminal; without one, asks nothing.</summary>
internal sealed class Questions(Host host)
{
    public bool CanAsk => host.InputIsTerminal && host.ErrorIsTerminal;

    /// <summary>The answer; null if it is empty or there is no terminal. Ctrl-C ends the process.</summary>
    /// <param name="question">The question.</param>
    /// <param name="check">Throws <see cref="InputException"/> for an invalid answer; the question is then repeated.</param>
    /// <exception cref="InputException">The input has ended: Ctrl-D.</exception>
    public string? Ask(string question, Action<string>? check = null)
    {
        while (CanAsk)
        {
            host.ErrorText.Write($"{question} ");
            if (host.ReadLine()?.Trim() is not { } answer)
            {
                host.ErrorText.WriteLine();
                throw new InputException(
                    "the input ended, so nothing was written",
                    "Answer, or pass the values as options."
                );
            }

            if (answer.Length == 0)
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
                host.WriteError(wrong.Error);
            }
        }

        return null;
    }

    /// <summary>Whether the answer is yes or empty; no when the input has ended.</summary>
    public bool IsYes(string question)
    {
        host.ErrorText.Write($"{question} ");
        return host.Input.ReadLine() is { } answer
            && (answer.Trim().Length == 0 || answer.TrimStart()[0] is 'y' or 'Y');
    }
}
