import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../api.ts'
import { sentenceOf } from '../../problem.ts'
import { tellProblem } from '../../ui/toast.ts'
import { useUndo } from '../acts/use-undo.ts'
import classes from '../office/settings/settings.module.css'
import { useWords } from '../office/use-words.ts'

const LONGEST_WORD = 30
const wanted = (word: string) => (word.trim() ? null : 'Please give a word.')

/** What the office calls the people it serves, changed by hand. A preset or an undo may change it as well. */
export function WordsForm() {
  const { one, many } = useWords()
  return <Form key={`${one} ${many}`} one={one} many={many} />
}

function Form({ one, many }: { one: string; many: string }) {
  const queryClient = useQueryClient()
  const { tellStep } = useUndo()
  const form = useForm({ initialValues: { one, many }, validate: { one: wanted, many: wanted } })
  const save = useMutation(
    trpc.presets.setWords.mutationOptions({
      onSuccess: async (step) => {
        await queryClient.invalidateQueries(trpc.office.pathFilter())
        tellStep(step)
      },
      onError: (error) => tellProblem(sentenceOf(error)),
    }),
  )
  return (
    <form className={classes.inline} noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <TextInput
        label="You call somebody you serve"
        placeholder="Contact"
        maxLength={LONGEST_WORD}
        {...form.getInputProps('one')}
      />
      <TextInput label="And several" placeholder="Contacts" maxLength={LONGEST_WORD} {...form.getInputProps('many')} />
      <Button type="submit" variant="default" disabled={!form.isDirty()} loading={save.isPending}>
        Save the words
      </Button>
    </form>
  )
}
