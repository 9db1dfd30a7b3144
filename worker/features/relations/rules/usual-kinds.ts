/** What people usually are to each other, each told from either side. Their ids are the same in every office. */
export const USUAL_KINDS = [
  { id: 'parent', name: 'Parent', reverseName: 'Child' },
  { id: 'partner', name: 'Partner', reverseName: 'Partner' },
  { id: 'sibling', name: 'Sibling', reverseName: 'Sibling' },
  { id: 'guardian', name: 'Guardian', reverseName: 'Ward' },
  { id: 'referrer', name: 'Referred by', reverseName: 'Referred' },
  { id: 'employer', name: 'Employer', reverseName: 'Employee' },
  { id: 'assistant', name: 'Assistant', reverseName: 'Assisted by' },
  { id: 'tenant', name: 'Tenant', reverseName: 'Landlord' },
] as const

export const isUsual = (id: string): boolean => USUAL_KINDS.some((kind) => kind.id === id)
